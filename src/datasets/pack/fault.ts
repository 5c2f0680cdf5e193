import type { Issue } from '../../domain/model/issue';

/** Why a pack can't be used; the message is a Chinese clause. */
export class PackFault extends Error {}

/** What is said of a file whose parts don't fit each other. */
export const DAMAGED = '内容损坏';

/** The file of a pack that can't be used, and why; whoever reads takes the table itself instead. */
export class PackError extends Error {
  constructor(
    readonly file: string,
    /** A Chinese clause. */
    readonly why: string
  ) {
    super(why);
  }
}

/** What is said where the table was read instead of its pack, or where there was nothing to read instead. */
export function packIssue({ file, why }: PackError, table: string, isRead: boolean): Issue {
  return {
    level: isRead ? '提醒' : '错误',
    file,
    rule: '数据包',
    why: `数据包用不上：${why}`,
    todo: `${isRead ? `已经改读 ${table}，会慢一些。` : ''}请重新运行 npm run data:pack，把做好的数据包整个复制过去。`
  };
}
