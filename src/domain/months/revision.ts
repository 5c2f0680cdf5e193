/** Whether a cumulative figure stands below the one before it: what adds up can't fall, so that one of the two was corrected. */
export function isRevision(now: number, before: number): boolean {
  return now < before;
}
