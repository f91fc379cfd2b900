import { describe, expect, it } from 'vitest';
import type { CompiledSection } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { chooseSection, chooseTopic, describeSection } from './topic-selection.ts';

const topic = (id: string) => ({ id: id as TopicId, title: id, text: id });
const section: CompiledSection = {
  id: 's' as TopicId,
  title: 's',
  topics: [topic('a'), topic('b')],
};
const nothing = new Set<TopicId>();

describe('choosing sections and topics', () => {
  it('takes a section whole, and leaves it with all its topics', () => {
    const whole = chooseSection(nothing, section, true);
    expect([...whole]).toEqual(['s']);
    expect(describeSection(whole, section)).toBe('all');
    expect(chooseSection(whole, section, false).size).toBe(0);
  });

  it('leaving one topic of a whole section leaves the others chosen', () => {
    const rest = chooseTopic(chooseSection(nothing, section, true), section, 'a' as TopicId, false);
    expect([...rest]).toEqual(['b']);
    expect(describeSection(rest, section)).toBe('some');
  });

  it('choosing every topic is choosing the section', () => {
    const one = chooseTopic(nothing, section, 'a' as TopicId, true);
    expect(describeSection(one, section)).toBe('some');
    expect([...chooseTopic(one, section, 'b' as TopicId, true)]).toEqual(['s']);
    expect(describeSection(nothing, section)).toBe('none');
  });
});
