import type { TopicStatus } from '#src/domain/content.ts';

export const statusNames: Readonly<Record<TopicStatus, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  completed: 'Completed',
};
