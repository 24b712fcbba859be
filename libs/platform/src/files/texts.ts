import type { TextSet } from '../problems/catalogue.js';

/** What is answered about files. */
export const FILE_TEXTS: TextSet = {
  problems: {
    'range-not-satisfiable': { 'zh-CN': '文件只有 {size} 字节。', en: 'The file has {size} bytes.' },
    'storage-full': { 'zh-CN': '存储空间不足，无法保存文件。', en: 'There is no room for the file.' },
    'file-content-missing': { 'zh-CN': '文件内容缺失。', en: 'The content of the file is missing.' },
    'storage-unavailable': {
      'zh-CN': '文件存储暂时没有应答，请稍后再试。',
      en: 'The store of files does not answer; try again.',
    },
    'file-gone': {
      'zh-CN': '上传的文件 {id} 已不存在，请重新上传。',
      en: 'The upload {id} is no longer there; send it again.',
    },
    'file-awaits-scan': { 'zh-CN': '文件正在等待病毒扫描。', en: 'The file waits for its virus scan.' },
    'file-infected': {
      'zh-CN': '文件含有病毒，已隔离，不予使用。',
      en: 'The file is infected; it is kept in quarantine and not used.',
    },
    'links-not-configured': {
      'zh-CN': '未配置 FILES_LINK_KEYS，无法生成链接。',
      en: 'FILES_LINK_KEYS is not set: there are no links.',
    },
    'link-invalid': { 'zh-CN': '此链接不是由本系统生成的。', en: 'The link is not one of ours.' },
    'link-expired': { 'zh-CN': '链接已过期，请重新获取。', en: 'The link has expired; ask for a new one.' },
    'file-too-large': {
      'zh-CN': '文件不得超过 {maxBytes} 字节。',
      en: 'A file may have at most {maxBytes} bytes here.',
    },
    'form-required': {
      'zh-CN': '请以 multipart 表单发送文件。',
      en: 'Send a multipart form with the file in it.',
    },
    'body-incomplete': { 'zh-CN': '请求体未发送完整。', en: 'The body broke off.' },
    'file-empty': { 'zh-CN': '文件为空。', en: 'The file is empty.' },
    'file-type-refused': {
      'zh-CN': '文件内容为 {actual}；此处接受：{accepted}。',
      en: 'By its content this is {actual}; accepted here: {accepted}.',
    },
    'file-type-mismatch': {
      'zh-CN': '文件内容为 {actual}，却声明为 {declared}。',
      en: 'By its content this is {actual}, and it was sent as {declared}.',
    },
  },
  reasons: {
    'no-file': { 'zh-CN': '必须是 multipart 表单中的文件', en: 'must be a file in a multipart form' },
  },
  terms: { file: { 'zh-CN': '文件', en: 'file' } },
};
