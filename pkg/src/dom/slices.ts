// Work in slices that nobody notices, while the page has nothing else to do.

/** A slice ends after so many milliseconds: its last step may take some more. */
const SLICE = 1;

/** And comes after so many, even where a busy page never rests. */
const LONGEST = 100;

/** Takes the steps, some in each slice, until there are none or nobody wants them. */
export function inSlices(steps: Iterator<unknown>, wanted: () => boolean): Promise<void> {
  return new Promise((done, failed) => {
    const slice = (): void => {
      try {
        const end = performance.now() + SLICE;
        while (wanted()) {
          if (steps.next().done === true) return done();
          if (performance.now() >= end) return whenIdle(slice);
        }
        done();
      } catch (error) {
        failed(error);
      }
    };
    whenIdle(slice);
  });
}

function whenIdle(run: () => void): void {
  // Safari has no idle time to give.
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: LONGEST });
  else setTimeout(run);
}
