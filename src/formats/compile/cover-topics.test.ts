import { expect, it } from 'vitest';
import { compileDecks } from './compile-decks.ts';

it('says what each topic is covered by, and which of its details by nothing', () => {
  const sources = [
    {
      path: 'decks/roadmaps/map.md',
      content:
        '# Map\n\n## Tools\n\n- Queues\n  - Brokers (Kafka, ActiveMQ)\n  - Kafka\n- Go (goroutines)\n',
    },
    { path: 'decks/cards/messaging/kafka.md', content: '---\ntitle: Kafka\n---\n' },
    { path: 'decks/cards/languages/go.md', content: '---\ntitle: Go\n---\n' },
  ];
  const { coverage } = compileDecks(sources, (text) => `${text.length}`, 'accepted');
  expect(coverage).toEqual([
    {
      roadmap: 'Map',
      section: 'Tools',
      topics: [
        {
          topic: 'Brokers (Kafka, ActiveMQ)',
          concepts: ['messaging/kafka'],
          uncovered: ['ActiveMQ'],
        },
        { topic: 'Kafka', concepts: ['messaging/kafka'], uncovered: [] },
        { topic: 'Go (goroutines)', concepts: ['languages/go'], uncovered: ['goroutines'] },
      ],
    },
  ]);
});
