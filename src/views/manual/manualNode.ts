/** A piece of the manual: text, or an element with its attributes and what is in it. */
export type ManualNode =
  | string
  | readonly [tag: string, attributes: Readonly<Record<string, string>>, content: readonly ManualNode[]];
