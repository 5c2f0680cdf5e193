/** Fills the screen; refused without a gesture, in a frame and by old browsers: then the window stays as it is. */
export function enterFullScreen(): void {
  if (!document.fullscreenElement) void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Nothing where the page isn't in full screen. */
export function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}
