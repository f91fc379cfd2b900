import type { PlacedTopic } from '#src/domain/roadmap-tree.ts';

/** Which topic of a roadmap a note is on. */
export function TopicChoice({
  topics,
  topic,
  onTopic,
}: {
  topics: readonly PlacedTopic[];
  /** Its id; '' where none is chosen, and of a topic that the roadmap no longer has. */
  topic: string;
  onTopic: (topic: string) => void;
}) {
  const sections = [...new Set(topics.map(({ section }) => section))];
  const isThere = topics.some((each) => each.topic.id === topic);
  return (
    <label className="library-field">
      Topic
      <select
        required
        value={isThere ? topic : ''}
        onChange={(event) => {
          onTopic(event.target.value);
        }}
      >
        {!isThere && <option value="">Choose a topic</option>}
        {sections.map((section) => (
          <optgroup key={section} label={section}>
            {topics
              .filter((each) => each.section === section)
              .map((each) => (
                <option key={each.topic.id} value={each.topic.id}>
                  {each.topic.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
