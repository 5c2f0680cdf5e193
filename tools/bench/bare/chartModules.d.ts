/** Written by bareSite.ts from the page's own imports. */
declare module 'virtual:chart-modules' {
  export const modules: Parameters<typeof import('echarts/core').use>[0];
}
