import { inject, type InjectionKey } from 'vue';
import { errorMessage } from '../../domain/wording/errorMessage';

/** Tells the nearest `FailureBoundary` of an error that Vue doesn't see, e.g. one of an observer's callback. */
export const REPORT_FAILURE: InjectionKey<(error: unknown) => void> = Symbol('report failure');

/** Outside a boundary the error is thrown as it was. */
export function useFailureReport(): (error: unknown) => void {
  return inject(REPORT_FAILURE, (error: unknown) => {
    throw error;
  });
}

/** `Cannot read …`: what an error says of itself; never empty. */
export function failureReason(error: unknown): string {
  return errorMessage(error) || '原因不明';
}
