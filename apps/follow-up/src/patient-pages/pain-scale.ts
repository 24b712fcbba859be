import type { Language } from '#platform';

/** By score; for the eye only, the words beside them say the same. Old ones, which old phones have. */
export const PAIN_FACES = ['😊', '😌', '😌', '😐', '😐', '😕', '😕', '☹️', '😣', '😖', '😭'] as const;

const WORDS: readonly { from: number; zh: string; en: string }[] = [
  { from: 10, zh: '剧痛，无法忍受', en: 'The worst pain there can be' },
  { from: 7, zh: '重度疼痛，影响睡眠', en: 'Severe, keeps me awake' },
  { from: 4, zh: '中度疼痛，影响活动', en: 'Moderate, hinders what I do' },
  { from: 1, zh: '轻微疼痛，可以忍受', en: 'Mild, I can bear it' },
  { from: 0, zh: '不痛', en: 'No pain' },
];

/** What a pain score from 0 to 10 means, in words. */
export function painWord(score: number, language: Language): string {
  const word = WORDS.find(({ from }) => score >= from);
  return (language === 'en' ? word?.en : word?.zh) ?? '';
}
