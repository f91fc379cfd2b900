import { Fragment } from 'react';
import type { TextRepair } from '#src/formats/recognise/offer-repair.ts';
import type { CellMarkup, ColumnRole, InspectedTable } from '#src/formats/table/table-columns.ts';
import type { Planning } from './importer.ts';

const roleNames: Readonly<Record<ColumnRole, string>> = {
  question: 'Question',
  answer: 'Answer',
  extra: 'More, after the answer',
  tags: 'Tags',
  deck: 'Deck',
  key: 'Id of the note',
  ignore: 'Leave out',
};
const markupNames: Readonly<Record<CellMarkup, string>> = {
  plain: 'plain text',
  markdown: 'Markdown',
  html: 'HTML',
};
const separatorNames: Readonly<Record<string, string>> = {
  '\t': 'tab',
  ',': 'comma',
  ';': 'semicolon',
  '|': 'vertical bar',
  ':': 'colon',
  ' ': 'space',
};

/** How a table is read, to be corrected before it comes in. */
export function TableReadingPart({
  table: { columns, reading },
  onChange,
}: {
  table: Pick<InspectedTable, 'columns' | 'reading'>;
  onChange: (planning: Planning) => void;
}) {
  const change = (more: Partial<InspectedTable['reading']>) => {
    onChange({ table: { ...reading, ...more } });
  };
  const separators = new Set([...Object.keys(separatorNames), reading.separator]);
  return (
    <details>
      <summary>How the table is read</summary>
      <div className="library-form">
        <label className="library-field">
          Columns are separated by
          <select
            value={reading.separator}
            onChange={(event) => {
              // Other columns: what they are is guessed anew.
              onChange({ table: { separator: event.target.value } });
            }}
          >
            {[...separators].map((separator) => (
              <option key={separator} value={separator}>
                {separatorNames[separator] ?? separator}
              </option>
            ))}
          </select>
        </label>
        <label className="library-check">
          <input
            type="checkbox"
            checked={reading.hasHeader}
            onChange={(event) => {
              change({ hasHeader: event.target.checked });
            }}
          />
          The first row names the columns
        </label>
        <label className="library-field">
          Cells are
          <select
            value={reading.markup}
            onChange={(event) => {
              change({ markup: event.target.value as CellMarkup });
            }}
          >
            {Object.entries(markupNames).map(([markup, name]) => (
              <option key={markup} value={markup}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {columns.map((column, index) => (
          <label key={index} className="library-field">
            {column.name}
            <span className="muted small">{column.samples.join(' · ')}</span>
            <select
              value={column.role}
              onChange={(event) => {
                const role = event.target.value as ColumnRole;
                change({ roles: reading.roles.with(index, role) });
              }}
            >
              {Object.entries(roleNames).map(([role, name]) => (
                <option key={role} value={role}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}

/** Offers to repair a text that was once read in a wrong encoding, with a before and after. */
export function RepairPart({
  samples,
  isRepaired,
  onChange,
}: {
  samples: TextRepair['samples'];
  isRepaired: boolean;
  onChange: (planning: Planning) => void;
}) {
  return (
    <div className="import-repair">
      <p>Some letters of this file look garbled, as if it had been saved in a wrong encoding.</p>
      <dl className="import-facts import-samples">
        {samples.map(({ line, before, after }) => (
          <Fragment key={line}>
            <dt>Line {line} now</dt>
            <dd>{before}</dd>
            <dt>Repaired</dt>
            <dd>{after}</dd>
          </Fragment>
        ))}
      </dl>
      <label className="library-check">
        <input
          type="checkbox"
          checked={isRepaired}
          onChange={(event) => {
            onChange({ isRepaired: event.target.checked });
          }}
        />
        Read it repaired
      </label>
    </div>
  );
}
