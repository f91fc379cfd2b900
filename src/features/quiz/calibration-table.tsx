import type { CalibrationBand } from '#src/domain/quiz/score-quiz.ts';

/** What was predicted against what came, by bands; the bars say what the numbers beside them do. */
export function CalibrationTable({ bands }: { bands: readonly CalibrationBand[] }) {
  if (bands.length === 0) {
    return (
      <section aria-labelledby="calibration">
        <h2 id="calibration">Prediction and result</h2>
        <p className="muted">
          All cards were new, so nothing was predicted. Once they are in review, this compares what
          Cairn expected with what you knew.
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="calibration">
      <h2 id="calibration">Prediction and result</h2>
      <p className="muted small">
        How likely Cairn thought you would recall, and how often you did. Few answers say little.
      </p>
      <table className="quiz-table">
        <caption className="visually-hidden">Prediction and result by bands</caption>
        <thead>
          <tr>
            <th scope="col">Predicted</th>
            <th scope="col">Expected</th>
            <th scope="col">Right</th>
            <th scope="col" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {bands.map(({ from, to, asked, right, predicted }) => (
            <tr key={from}>
              <th scope="row">
                {Math.round(from * 100)}–{Math.round(to * 100)} %
              </th>
              <td className="quiz-number-cell">{Math.round(predicted * 100)} %</td>
              <td className="quiz-number-cell">
                {Math.round((right / asked) * 100)} % ({right} of {asked})
              </td>
              <td aria-hidden="true" className="quiz-bar-cell">
                <span className="quiz-share" style={{ inlineSize: `${(right / asked) * 100}%` }} />
                <span
                  className="quiz-expected"
                  style={{ insetInlineStart: `${predicted * 100}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
