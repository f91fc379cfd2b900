import type { RecallBand } from '#src/domain/progress.ts';
import './recall-mark.css';

export type RecallLook = RecallBand | 'none';

const words: Readonly<Record<RecallLook, string>> = {
  none: 'not started',
  fading: 'fading',
  weak: 'weak',
  fair: 'fair',
  good: 'good',
  strong: 'strong',
};

const ramp: readonly RecallLook[] = ['none', 'fading', 'weak', 'fair', 'good', 'strong'];

/** The ramp's colour with its number or word: colour never stands alone. */
export function RecallMark({ look, recall }: { look: RecallLook; recall?: number | undefined }) {
  return (
    <span className="recall-mark" data-recall={look}>
      <span className="recall-swatch" />
      {recall === undefined ? words[look] : `${Math.round(recall * 100)} % ${words[look]}`}
    </span>
  );
}

export interface RecallCell {
  readonly key: string;
  readonly look: RecallLook;
  /** Said to those who cannot see the colour, and shown on hover. */
  readonly label: string;
}

/** A row of small cells, one for each part of a whole. */
export function RecallStrip({ label, cells }: { label: string; cells: readonly RecallCell[] }) {
  return (
    <ul className="recall-strip" aria-label={label}>
      {cells.map((cell) => (
        <li key={cell.key} className="recall-cell" data-recall={cell.look} title={cell.label}>
          <span className="visually-hidden">{cell.label}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the colours mean. */
export function RecallLegend() {
  return (
    <ul className="recall-legend" aria-label="Recall colours">
      {ramp.map((look) => (
        <li key={look}>
          <RecallMark look={look} />
        </li>
      ))}
    </ul>
  );
}
