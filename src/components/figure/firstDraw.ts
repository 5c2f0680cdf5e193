let isFirst = true;

/**
 * Draws a chart that has been mounted: at once, but the first of the page in a task of its own. What stands round it has
 * been made in this one, and the page answers between the two.
 * @param reserve gives it the room that it will take, so that nothing below it moves
 */
export function drawMounted(draw: () => void, reserve: () => void, report: (error: unknown) => void): void {
  if (!isFirst) {
    draw();
    return;
  }
  isFirst = false;
  reserve();
  setTimeout(() => {
    try {
      draw();
    } catch (error) {
      report(error);
    }
  });
}
