declare module '*.css';

/** The text of a sheet that a script puts into the page. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}

/** Version of the program, from package.json (`vite.config.ts`). */
declare const __KANBAN_VERSION__: string;

/** docs/数据员手册.md, read when the page is built (`tools/manualPlugin.ts`). */
declare module 'virtual:manual' {
  export const manual: readonly import('./views/manual/manualNode').ManualNode[];
}
