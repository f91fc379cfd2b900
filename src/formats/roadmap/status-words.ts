import { normalizeName, wholeName } from './names.ts';
import type { TopicStatus } from './outline.ts';

const COMPLETED = wholeName(
  'done', 'completed?', 'finished', 'learned', 'learnt', 'mastered', 'ok', 'passed', 'closed', 'yes', 'x',
  'hecho', 'hecha', 'completad[oa]', 'terminad[oa]', 'finalizad[oa]', 'conclu[ií]d[oa]', 'feit[oa]', 'complet[oa]',
  'terminée?', 'fait', 'finie?', 'achevée?', 'complétée?', 'erledigt', 'fertig', 'abgeschlossen', 'getan', 'gelernt',
  'готово', 'завершен[оаы]?', 'завершён', 'выполнен[оаы]?', 'пройден[оаы]?', 'сделано', 'изучено', 'виконано', 'завершено',
  'tamamland[ıi]', 'bitti', 'yapıldı', 'öğrenildi', 'completato', 'fatto', 'finito', 'ukończon[eya]', 'zrobione', 'gotowe',
  'voltooid', 'klaar', 'afgerond', 'selesai', 'hoàn thành', 'đã xong', 'xong', 'klar', 'färdig',
  '完成', '已完成', '完了', '済', '済み', '修了', '已学', '已掌握', '완료', '완료됨', 'مكتمل', 'مكتملة', 'تم', 'تمت', 'منجز', 'पूर्ण', 'पूरा', 'पूरा हुआ', 'समाप्त', 'تمام شده',
); // prettier-ignore

const IN_PROGRESS = wholeName(
  'in[ -]?progress', 'wip', 'work in progress', 'ongoing', 'on going', 'started', 'doing', 'learning', 'studying', 'reading', 'current(?:ly)?(?: learning)?', 'active', 'partial(?:ly)?(?: done)?', 'half done', 'review(?:ing)?',
  'en progreso', 'en curso', 'en proceso', 'aprendiendo', 'em andamento', 'em progresso', 'em curso', 'cursando', 'fazendo', 'estudando',
  'en cours', 'commencée?', 'in arbeit', 'in bearbeitung', 'läuft', 'laufend', 'begonnen', 'angefangen', 'dabei',
  'в процессе', 'в работе', 'изучаю', 'начато', 'в прогрессе', 'прохожу', 'у процесі',
  'devam ediyor', 'sürüyor', 'başlandı', 'yapılıyor', 'öğreniyorum', 'in corso', 'w trakcie', 'w toku', 'bezig', 'mee bezig', 'sedang berjalan', 'sedang dipelajari', 'đang học', 'đang làm', 'đang thực hiện', 'pågår',
  '进行中', '進行中', '学习中', '學習中', '学習中', '勉強中', '作業中', '进行', '진행 ?중', '학습 ?중', 'قيد التنفيذ', 'قيد التقدم', 'قيد الإنجاز', 'جاري', 'جارٍ', 'جاري العمل', 'جاري التعلم', 'प्रगति में', 'प्रगति पर', 'जारी', 'चल रहा है', 'सीख रहा हूँ', 'در حال انجام',
); // prettier-ignore

const NOT_STARTED = wholeName(
  'not (?:yet )?started(?: yet)?', 'to[ -]?do', 'pending', 'planned', 'upcoming', 'open', 'no', 'not yet', 'not done', 'incomplete', 'backlog', 'queued', 'later', 'locked', 'unstarted', 'next(?: up)?', 'soon', 'coming soon', 'scheduled', 'future',
  'no (?:iniciad|empezad|comenzad)[oa]', 'sin (?:empezar|iniciar|comenzar)', 'pendientes?', 'por hacer', 'não (?:iniciad|começad)[oa]', 'pendente', 'a fazer', 'por fazer', 'à faire', 'non (?:commencé|démarré)e?', 'pas (?:encore )?commencée?', 'à venir', 'en attente',
  'offen', 'nicht (?:begonnen|gestartet|angefangen)', 'noch nicht (?:begonnen|gestartet|angefangen)', 'geplant', 'ausstehend',
  'не начат[оаы]?', 'не начинал[аи]?', 'запланирован[оаы]?', 'в планах', 'не пройден[оаы]?', 'ожидает', 'не розпочато', 'заплановано',
  'başlamadı', 'başlanmadı', 'başlanmamış', 'bekliyor', 'beklemede', 'yapılacak', 'planlandı', 'da fare', 'non iniziato', 'da iniziare', 'nie rozpoczęt[eoya]', 'do zrobienia', 'zaplanowane', 'niet begonnen', 'gepland', 'belum(?: dimulai)?', 'chưa(?: bắt đầu| học| làm)?', 'ej påbörjad',
  '未开始', '未開始', '未着手', '未学習', '未学', '待办', '待学', '待学习', '待开始', '计划中', '予定', '未完成', '未完了', '시작 ?전', '미시작', '예정', '대기(?: ?중)?', '시작 ?안 ?함', 'لم يبدأ(?: بعد)?', 'لم تبدأ(?: بعد)?', 'قيد الانتظار', 'مخطط', 'शुरू नहीं(?: हुआ| किया)?', 'आरंभ नहीं', 'बाकी', 'लंबित', 'شروع نشده',
); // prettier-ignore

const COMPLETED_ICON = /^(?:✅|☑|✔|✓|🗹|💯|🏁|\[x\])$/iu;
const IN_PROGRESS_ICON = /^(?:🚧|🔄|⏳|⌛|🏃|🔃|🛠|🏗|◐|🔁|▶|📖|\[[-~/]\])$/u;
const NOT_STARTED_ICON = /^(?:❌|⬜|☐|🔲|⬛|◻|▢|✗|✘|⏸|🔜|🔒|💤|\[ \])$/u;

/**
 * The status a cell or label names, in any of two dozen languages; where words and icon disagree the words win.
 * A percentage counts: 0 is not started, 100 completed. Undefined when the text says nothing about status.
 */
export function readStatus(text: string): TopicStatus | undefined {
  const name = normalizeName(text);
  const percent = /^(?:[^\d]*\s)?(\d{1,3})(?:[.,]\d+)? ?%?$/.exec(name);
  if (text.includes('%') && percent) {
    const value = Number(percent[1]);
    return value === 0 ? 'not-started' : value >= 100 ? 'completed' : 'in-progress';
  }
  const words = name.replace(/\s*\(.*\)$/, '');
  if (COMPLETED.test(words)) return 'completed';
  if (IN_PROGRESS.test(words)) return 'in-progress';
  if (NOT_STARTED.test(words)) return 'not-started';
  return words === '' ? readStatusIcon(text) : undefined;
}

/** The status an icon stands for where no legend says otherwise; colours stand for nothing by themselves. */
export function readStatusIcon(text: string): TopicStatus | undefined {
  const icon = text.trim().replace(/[\uFE0E\uFE0F]/g, '');
  if (COMPLETED_ICON.test(icon)) return 'completed';
  if (IN_PROGRESS_ICON.test(icon)) return 'in-progress';
  return NOT_STARTED_ICON.test(icon) ? 'not-started' : undefined;
}

/** Whether an icon before a name can only be a status; books and tools there are decoration. */
export function isPlainStatusIcon(text: string): boolean {
  return /^[✅☑✔✓🚧🔄⏳⌛❌⬜☐🔲⬛🔜]/u.test(text);
}

/** The status of a traffic light in a column of statuses. */
export function readStatusColour(text: string): TopicStatus | undefined {
  const icon = text.trim().replace(/[\uFE0E\uFE0F]/g, '');
  if (/^[🟢🟩💚]$/u.test(icon)) return 'completed';
  if (/^[🟡🟨🟠🟧💛🔵🟦]$/u.test(icon)) return 'in-progress';
  return /^[🔴🟥⚪⚫]$/u.test(icon) ? 'not-started' : undefined;
}

/** The status of a box by the mark inside it: nothing, a tick, or another sign for what is half done. */
export function readBox(mark: string): TopicStatus {
  if (mark.trim() === '') return 'not-started';
  return /[xX✓✔✅]/.test(mark) ? 'completed' : 'in-progress';
}
