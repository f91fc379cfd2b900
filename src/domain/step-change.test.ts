import { describe, expect, it } from 'vitest';
import type { CardId } from './ids.ts';
import { newCardState, type CardState, type Schedule } from './schedule.ts';
import { describeStepChange } from './step-change.ts';
import { morning, reviewedFor } from './fixtures/make-event.ts';
import { replayCard } from './replay.ts';
import { defaultHomeSettings, defaultParameters } from './settings.ts';

const inReview = replayCard([reviewedFor(1, 0, 'good', 2, null)], {
  parameters: defaultParameters,
  settingsAt: () => ({
    ...defaultHomeSettings,
    parameters: defaultParameters,
    rolloverMinutes: 240,
  }),
});

function inSteps(phase: 'learning' | 'relearning', step: number): CardState {
  const { stability, difficulty, lastReview, introduced } = inReview.schedule!;
  const base = { stability, difficulty, lastReview, introduced, reps: 1, lapses: 0 };
  const schedule: Schedule = { ...base, phase, step, due: { at: morning(0) } };
  return { ...newCardState, schedule };
}

const cards = [
  { card: 'cairn:new#1', state: newCardState },
  { card: 'cairn:review#1', state: inReview },
  { card: 'cairn:first#1', state: inSteps('learning', 0) },
  { card: 'cairn:second#1', state: inSteps('learning', 1) },
  { card: 'cairn:lapsed#1', state: inSteps('relearning', 0) },
].map(({ card, state }) => ({ card: card as CardId, state }));

const change = (after: Partial<typeof defaultHomeSettings>) =>
  describeStepChange(defaultHomeSettings, { ...defaultHomeSettings, ...after }, cards);

describe('a change of steps', () => {
  it('affects the cards whose step is gone', () => {
    expect(change({ learningStepsMinutes: [1] })).toEqual({
      gone: ['cairn:second#1'],
      changed: [],
    });
    expect(change({ relearningStepsMinutes: [] })).toEqual({
      gone: ['cairn:lapsed#1'],
      changed: [],
    });
  });

  it('affects the cards whose step is of another length', () => {
    expect(change({ learningStepsMinutes: [2, 10, 60], relearningStepsMinutes: [5] })).toEqual({
      gone: [],
      changed: ['cairn:first#1', 'cairn:lapsed#1'],
    });
  });

  it('affects no card when the steps stay, and none that is new or in review', () => {
    expect(change({ desiredRetention: 0.8 })).toEqual({ gone: [], changed: [] });
    const all = change({ learningStepsMinutes: [], relearningStepsMinutes: [] });
    expect(all.gone).toEqual(['cairn:first#1', 'cairn:second#1', 'cairn:lapsed#1']);
  });
});
