/** What the native compiler, which reads no .vue files, has to know of them. vue-tsc checks them and whoever uses them. */
declare module '*.vue' {
  import type { Component } from 'vue';
  const component: Component;
  export default component;
}
