import type { ChoiceOption } from '#src/domain/content.ts';
import { RenderedContent } from './rendered.tsx';
import './choice-part.css';

/** The options to pick from; once picked, each with its reason. */
export function ChoicePart({
  options,
  order,
  picked,
  isShown,
  onPick,
}: {
  /** The right option first. */
  options: readonly ChoiceOption[];
  /** Positions in `options`, in the order shown. */
  order: readonly number[];
  /** A position; null where none was picked. */
  picked: number | null;
  isShown: boolean;
  onPick: (option: number) => void;
}) {
  return (
    <ol className="choice-options" aria-label="Options">
      {order.map((position, index) => {
        const option = options[position];
        if (option === undefined) return null;
        if (!isShown) {
          return (
            <li key={position}>
              <button
                type="button"
                className="choice-option"
                onClick={() => {
                  onPick(position);
                }}
              >
                <span className="choice-number" aria-hidden="true">
                  {index + 1}
                </span>
                <RenderedContent content={option.content} />
              </button>
            </li>
          );
        }
        return (
          <li key={position}>
            <div
              className="choice-option"
              data-result={position === 0 ? 'right' : 'wrong'}
              data-picked={picked === position || undefined}
            >
              <span className="choice-number" aria-hidden="true">
                {position === 0 ? '✓' : picked === position ? '✗' : index + 1}
              </span>
              <div>
                <p className="choice-word">{describe(position, picked)}</p>
                <RenderedContent content={option.content} />
                <div className="choice-because">
                  <RenderedContent content={option.because} />
                </div>
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function describe(position: number, picked: number | null): string {
  if (position === 0) return picked === 0 ? 'Your pick, and right' : 'Right answer';
  return picked === position ? 'Your pick, wrong' : 'Wrong';
}
