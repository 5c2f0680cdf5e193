declare module '*.css';

/** Version of the program, from package.json (`vite.config.ts`). */
declare const __KANBAN_VERSION__: string;

/** docs/数据员手册.md, read when the page is built (`tools/manualPlugin.ts`). */
declare module 'virtual:manual' {
  export const manual: readonly import('./views/manual/manualNode').ManualNode[];
}
