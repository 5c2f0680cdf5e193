/** The wheel as a way to turn pages: one turn of it is one step, however many events it sends. */
export interface WheelState {
  /** Way gone since the last step, in px; negative upwards. */
  readonly way: number;
  /** When the last event came, in ms of its time stamp. */
  readonly at: number;
  /** The step that was made since the wheel rested last; 0 for none. */
  readonly made: -1 | 0 | 1;
}

export const STILL: WheelState = { way: 0, at: -Infinity, made: 0 };

/** A notch of a mouse is 100 px or so, a touch pad sends many small ones. */
const STEP = 40;
/** Milliseconds without an event after which the wheel has rested; a touch pad glides on with less between them. */
const REST = 150;
/** `WheelEvent.deltaMode` 1 counts lines, 2 pages. */
const PX = [1, 30, 800] as const;

/**
 * What an event of the wheel comes to.
 * @returns the state for the next event, and 1 for a step on, -1 for one back, 0 for none
 */
export function turnWheel(
  state: WheelState,
  event: { readonly deltaY: number; readonly deltaMode: number; readonly timeStamp: number }
): { state: WheelState; step: -1 | 0 | 1 } {
  const delta = event.deltaY * (PX[event.deltaMode] ?? 1);
  // To turn back is a new stroke: what glides on doesn't.
  const isNew = event.timeStamp - state.at > REST || delta * state.made < 0;
  const made = isNew ? 0 : state.made;
  const way = (isNew ? 0 : state.way) + delta;
  const step = made !== 0 || Math.abs(way) < STEP ? 0 : way > 0 ? 1 : -1;
  return { state: { way: step === 0 ? way : 0, at: event.timeStamp, made: step || made }, step };
}
