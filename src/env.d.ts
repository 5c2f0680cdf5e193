declare module '*.css';

/** Version of the program, from package.json (`vite.config.ts`). */
declare const __KANBAN_VERSION__: string;
