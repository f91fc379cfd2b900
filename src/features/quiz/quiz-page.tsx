import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readQuizRequest } from '#src/domain/quiz/quiz-request.ts';
import { ChooseQuiz } from './choose-quiz.tsx';
import { StartQuiz } from './start-quiz.tsx';

/** The choice of what to be asked; an address that names it starts the quiz. */
export function QuizPage() {
  const [search] = useSearchParams();
  const address = search.toString();
  const wish = useMemo(() => readQuizRequest(new URLSearchParams(address)), [address]);
  return wish === null ? <ChooseQuiz /> : <StartQuiz key={address} wish={wish} />;
}
