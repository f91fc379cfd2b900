import { describe, expect, it } from 'vitest';
import type { AnyEvent } from './event.ts';
import { eventId, onCard, settingSet, undone } from './fixtures/make-event.ts';
import type { HomeId } from './ids.ts';
import { buildSettingsHistory, schedulingSettings } from './settings-history.ts';
import {
  defaultHomeSettings,
  defaultLearnerSettings,
  defaultDeckSettings,
  defaultParameters,
} from './settings.ts';

const cairn = 'cairn' as HomeId;

function learnerAfter(...events: AnyEvent[]) {
  return buildSettingsHistory(events).current().learner;
}

describe('the settings', () => {
  it('are the defaults where nothing was set', () => {
    const settings = buildSettingsHistory([]).current();
    expect(settings.learner).toEqual(defaultLearnerSettings);
    expect(settings.homes.size + settings.decks.size).toBe(0);
  });

  it('hold what was set last, whatever the order the events come in', () => {
    const events = [settingSet(3, 'newPerDay', 7), settingSet(2, 'newPerDay', 9)];
    expect(learnerAfter(...events).newPerDay).toBe(7);
    expect(learnerAfter(...events.reverse(), ...events).newPerDay).toBe(7);
  });

  it('return to the default on null', () => {
    expect(
      learnerAfter(settingSet(1, 'rolloverMinutes', 0), settingSet(2, 'rolloverMinutes', null))
        .rolloverMinutes,
    ).toBe(240);
  });

  it('hold those of a home and of a deck apart from the learner’s', () => {
    const settings = buildSettingsHistory([
      settingSet(1, 'newPerDay', 5, 'roadmap:backend'),
      settingSet(2, 'reviewsPerDay', 50, 'roadmap:backend'),
      settingSet(3, 'learningStepsMinutes', [5], 'cairn'),
    ]).current();
    expect(settings.learner).toEqual(defaultLearnerSettings);
    expect(Object.fromEntries(settings.decks)).toEqual({
      'roadmap:backend': { ...defaultDeckSettings, newPerDay: 5, reviewsPerDay: 50 },
    });
    expect(Object.fromEntries(settings.homes)).toEqual({
      cairn: { ...defaultHomeSettings, learningStepsMinutes: [5] },
    });
  });

  it('take a limit off a deck with null', () => {
    const settings = buildSettingsHistory([
      settingSet(1, 'newPerDay', 5, 'cairn'),
      settingSet(2, 'newPerDay', null, 'cairn'),
    ]).current();
    expect([...settings.decks.values()]).toEqual([defaultDeckSettings]);
  });

  it.each([
    ['rolloverMinutes', 1440],
    ['newPerDay', -1],
    ['newPerDay', 2.5],
    ['reviewsPerDay', '200'],
    ['newIgnoresReviewLimit', 1],
    ['order', 'random'],
    ['order', 3],
    ['reviewOrder', null],
    ['burySiblings', { new: true, review: true }],
    ['burySiblings', 'yes'],
    ['parameters', defaultParameters.slice(1)],
    ['parameters', [...defaultParameters.slice(1), Number.NaN]],
    ['roadmaps', [1]],
    ['roadmaps', 'backend'],
    ['extraToday', { day: 20_000, new: 5, reviews: -3 }],
    ['steps', [1]],
    ['learningStepsMinutes', [1]],
  ])('pass over %s set to %j', (key, value) => {
    expect(learnerAfter(settingSet(1, key, value))).toEqual(defaultLearnerSettings);
  });

  it.each([
    ['learningStepsMinutes', [0]],
    ['relearningStepsMinutes', 10],
    ['desiredRetention', 1],
    ['maximumIntervalDays', 0],
    ['leechLapses', 8.5],
  ])('pass over a home’s %s set to %j', (key, value) => {
    const settings = buildSettingsHistory([settingSet(1, key, value, 'cairn')]).current();
    expect(schedulingSettings(settings, cairn)).toMatchObject(defaultHomeSettings);
  });

  it.each([
    ['newPriorities', ['urgent']],
    ['newSections', 'backend/foundations'],
    ['skippedKinds', ['reading']],
    ['waitStabilityDays', 0],
    ['path', 3],
  ])('pass over a roadmap’s %s set to %j', (key, value) => {
    const settings = buildSettingsHistory([settingSet(1, key, value, 'roadmap:r')]).current();
    expect([...settings.decks.values()]).toEqual([defaultDeckSettings]);
  });

  it('pass over a setting no deck has', () => {
    expect(buildSettingsHistory([settingSet(1, 'x', 1, 'cairn')]).current().decks.size).toBe(0);
  });

  it('pass over an event of a version this app does not know', () => {
    expect(learnerAfter({ ...settingSet(1, 'newPerDay', 5), v: 2 }).newPerDay).toBe(20);
  });

  it('are as before when setting them is undone, and set again by redo', () => {
    const set = settingSet(1, 'newPerDay', 5);
    expect(learnerAfter(set, undone(2, 1)).newPerDay).toBe(20);
    expect(learnerAfter(undone(3, 2), undone(2, 1), set).newPerDay).toBe(5);
  });

  it('do not change when other acts are undone', () => {
    const review = onCard(2, 0, { kind: 'flagged', flag: 1 });
    expect(learnerAfter(settingSet(1, 'newPerDay', 5), review, undone(3, 2)).newPerDay).toBe(5);
  });
});

describe('the settings in force at an event', () => {
  const history = buildSettingsHistory([
    settingSet(10, 'rolloverMinutes', 60),
    settingSet(20, 'rolloverMinutes', 120),
    undone(30, 20),
  ]);
  const rolloverAt = (number: number) => history.at(eventId(number)).learner.rolloverMinutes;

  it('are those set before it, also where that was undone after it', () => {
    expect([5, 10, 15, 25, 35].map(rolloverAt)).toEqual([240, 240, 60, 120, 60]);
  });

  it('are handed out as one value for one state of things', () => {
    expect(history.at(eventId(11))).toBe(history.at(eventId(19)));
  });
});

describe('the settings for scheduling a card', () => {
  it('join its home’s with the learner’s', () => {
    const settings = buildSettingsHistory([
      settingSet(1, 'desiredRetention', 0.85, 'cairn'),
      settingSet(2, 'rolloverMinutes', 0),
    ]).current();
    expect(schedulingSettings(settings, cairn)).toEqual({
      ...defaultHomeSettings,
      desiredRetention: 0.85,
      parameters: defaultParameters,
      rolloverMinutes: 0,
    });
    expect(schedulingSettings(settings, 'mine' as HomeId).desiredRetention).toBe(0.9);
  });
});
