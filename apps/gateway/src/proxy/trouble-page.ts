import { Problem } from '#platform';
import type { FastifyReply } from 'fastify';
import { escapeHtml, page, PAGE_POLICY } from '../documents/html.js';

interface Notice {
  title: { zh: string; en: string };
  text: { zh: string; en: string };
}

const TROUBLE: Notice = {
  title: { zh: '暂时无法处理', en: 'This does not work just now' },
  text: {
    zh: '请几分钟后从短信中重新打开链接。如果您刚才提交了回答，请再提交一次，重复提交不会重复记录。如情况紧急，请致电医院或拨打 120。',
    en: 'Please open the link from the message again in a few minutes. If you have just sent answers, send them once more: they count once. In an emergency call the hospital or 120.',
  },
};
const REFUSED: Notice = {
  title: { zh: '无法处理您提交的内容', en: 'What was sent cannot be taken' },
  text: { zh: '请从短信中重新打开链接再试。', en: 'Please open the link from the message again.' },
};
const NOTICES: Record<number, Notice> = {
  413: {
    title: { zh: '您填写的内容太长', en: 'Your answers are too long' },
    text: { zh: '请返回上一页，缩短文字后再提交。', en: 'Please go back, shorten the texts and send them again.' },
  },
  429: {
    title: { zh: '操作太频繁', en: 'Too many attempts' },
    text: { zh: '请等一分钟后再试。', en: 'Please wait a minute and try again.' },
  },
};

/** What went wrong, for a patient who never heard of problem+json: Chinese first, no script, nothing to be fetched. */
export function sendTroublePage(reply: FastifyReply, status: number, headers: Problem['extras']['headers'] = {}): void {
  const { title, text } = NOTICES[status] ?? (status >= 500 ? TROUBLE : REFUSED);
  const body = `<main>
<h1>${escapeHtml(title.zh)}</h1>
<p>${escapeHtml(text.zh)}</p>
<section lang="en">
<h2>${escapeHtml(title.en)}</h2>
<p>${escapeHtml(text.en)}</p>
</section>
</main>`;
  void reply
    .status(status)
    .headers({
      ...headers,
      ...{ 'content-type': 'text/html; charset=utf-8', 'content-language': 'zh-CN, en', 'cache-control': 'no-store' },
      ...{ 'content-security-policy': PAGE_POLICY, 'x-robots-tag': 'noindex, nofollow, noarchive' },
    })
    .send(page(title.zh, body));
}
