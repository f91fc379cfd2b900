/**
 * Bundled and run in the page, before the app: notes, on the page's own clock from navigation start, when the
 * first question was painted, how long each grade key took to the next question painted, and how
 * long until the count of saved answers moved. Knows the screen by what it shows, not by hooks in it.
 */
export interface ReviewWatch {
  firstQuestionMs: number | null;
  readonly gradeMs: number[];
  readonly commitMs: number[];
}

declare global {
  var cairnWatch: ReviewWatch;
}

function watchReview(): void {
  const watch: ReviewWatch = { firstQuestionMs: null, gradeMs: [], commitMs: [] };
  globalThis.cairnWatch = watch;
  let question: Element | null = null;
  let saved: string | null = null;
  let gradedAt: number | null = null;
  const uncommitted: number[] = [];

  const afterPaint = (tell: (at: number) => void) => {
    requestAnimationFrame(() => {
      // A message is handled after the frame that this callback belongs to is drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        tell(performance.now());
      };
      port2.postMessage(null);
    });
  };

  const look = () => {
    const shown = document.querySelector('.review-card');
    if (shown !== null && shown !== question) {
      question = shown;
      const from = gradedAt;
      gradedAt = null;
      afterPaint((at) => {
        if (from !== null) watch.gradeMs.push(at - from);
        else watch.firstQuestionMs ??= at;
      });
    }
    const now = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? null;
    if (now !== saved) {
      saved = now;
      const from = uncommitted.shift();
      if (from !== undefined) watch.commitMs.push(performance.now() - from);
    }
  };

  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== '3' || question?.getAttribute('aria-label') !== 'Card') return;
      gradedAt = event.timeStamp;
      uncommitted.push(event.timeStamp);
    },
    { capture: true },
  );
  new MutationObserver(look).observe(document, {
    attributes: true,
    childList: true,
    subtree: true,
  });
}

watchReview();
