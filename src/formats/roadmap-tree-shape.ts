import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty());
const lists = v.array(v.string());
const priority = v.picklist(['mandatory', 'good', 'optional', 'general']);
const status = v.picklist(['not-started', 'in-progress', 'completed']);

const nodeEntries = {
  id: text,
  title: v.string(),
  number: v.exactOptional(v.string()),
  priority: v.exactOptional(priority),
  status: v.exactOptional(status),
  started: v.exactOptional(v.string()),
  finished: v.exactOptional(v.string()),
  link: v.exactOptional(v.string()),
};

const topic: v.GenericSchema = v.strictObject({
  ...nodeEntries,
  text: v.string(),
  details: v.exactOptional(lists),
  kind: v.exactOptional(v.picklist(['learn', 'practice', 'project', 'tool', 'rule'])),
  topics: v.exactOptional(v.array(v.lazy(() => topic))),
});

/** The shape of a roadmap that a learner brought, in an event: topics name no concepts there. */
export const roadmapTree = v.strictObject({
  sections: v.array(
    v.strictObject({
      ...nodeEntries,
      period: v.exactOptional(v.string()),
      topics: v.array(topic),
    }),
  ),
  table: v.exactOptional(
    v.array(
      v.strictObject({
        field: v.picklist(['number', 'topic', 'priority', 'status', 'started', 'finished']),
        name: v.string(),
      }),
    ),
  ),
});
