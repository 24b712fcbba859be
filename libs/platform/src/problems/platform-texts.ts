import type { TextSet } from './catalogue.js';

/** What the platform itself answers, in any service. */
export const PLATFORM_TEXTS: TextSet = {
  problems: {
    'validation-failed': { 'zh-CN': '请求内容不符合要求。', en: 'The request is not valid.' },
    'person-erased': {
      'zh-CN': '该个人信息已应要求删除。',
      en: 'The personal data were erased on request.',
    },
    'not-found': { 'zh-CN': '没有{what:term} {id}。', en: 'There is no {what:term} {id}.' },
    'route-not-found': { 'zh-CN': '没有 {method} {path} 这个接口。', en: 'There is no {method} {path}.' },
    'method-not-allowed': {
      'zh-CN': '此地址不支持 {method}，支持：{allowed}。',
      en: '{method} is not possible here; possible are: {allowed}.',
    },
    'request-refused': { 'zh-CN': '请求被拒绝。', en: 'The request was refused.' },
    'unsupported-media-type': {
      'zh-CN': '不支持媒体类型 {type}；请发送 application/json。',
      en: 'The media type {type} is not supported; send application/json.',
    },
    'content-encoding-unsupported': {
      'zh-CN': '不支持请求头 Content-Encoding：{coding}；请发送未压缩的请求体。',
      en: 'The header Content-Encoding: {coding} is not supported; send the body as it is.',
    },
    'charset-unsupported': {
      'zh-CN': '请求头 Content-Type 中的 charset={charset} 不受支持；请使用 UTF-8。',
      en: 'The charset={charset} in the header Content-Type is not supported; send UTF-8.',
    },
    'no-proxy': {
      'zh-CN': '此服务不是代理，不支持 CONNECT。',
      en: 'This server is no proxy: there is no CONNECT.',
    },
    'body-empty': { 'zh-CN': '请求体为空。', en: 'The body is empty.' },
    'body-malformed': { 'zh-CN': '请求体不是有效的 JSON。', en: 'The body is not valid JSON.' },
    'body-too-large': { 'zh-CN': '请求体超过 {limit} 字节。', en: 'The body is larger than {limit} bytes.' },
    'body-length-mismatch': {
      'zh-CN': '请求体与 Content-Length 不符。',
      en: 'The body is not as long as Content-Length says.',
    },
    'unreadable-url': { 'zh-CN': '地址不是有效的 URL。', en: 'The path is not a valid URL.' },
    'path-too-long': { 'zh-CN': '地址的某一段过长。', en: 'A part of the path is too long.' },
    'http-malformed': { 'zh-CN': '请求不是有效的 HTTP/1.1。', en: 'The request is not valid HTTP/1.1.' },
    'host-missing': { 'zh-CN': '缺少请求头 Host。', en: 'The header Host is missing.' },
    'expectation-unknown': {
      'zh-CN': '不支持请求头 Expect 的要求。',
      en: 'What the header Expect asks for is not known.',
    },
    'headers-too-large': { 'zh-CN': '请求头过大。', en: 'The headers are too large.' },
    'request-timeout': { 'zh-CN': '请求未在规定时间内发送完毕。', en: 'The request did not arrive in time.' },
    'streams-exhausted': {
      'zh-CN': '打开的事件流过多，请稍后再试。',
      en: 'Too many event streams are open; try again.',
    },
    'audit-unavailable': {
      'zh-CN': '此次操作无法写入审计记录，请稍后再试。',
      en: 'The call could not be entered in the audit; try again.',
    },
    unavailable: { 'zh-CN': '数据库暂时无法连接，请稍后再试。', en: 'The database is not reachable; try again.' },
    'internal-error': {
      'zh-CN': '系统内部出错；可凭 requestId 在日志中查找。',
      en: 'Something went wrong on our side; the request id finds it in the logs.',
    },
    'print-too-large': {
      'zh-CN': '打印内容不得超过 {limit} 个字符。',
      en: 'A print may have at most {limit} characters.',
    },
    'print-unavailable': {
      'zh-CN': '打印任务过多或超时，请稍后再试。',
      en: 'Too many wait for a print, or it took too long; try again.',
    },
    'idempotency-key-reused': {
      'zh-CN': '此 Idempotency-Key 已用于另一个请求。',
      en: 'This Idempotency-Key was used for another request.',
    },
    'idempotency-key-in-use': {
      'zh-CN': '使用此 Idempotency-Key 的请求仍在处理，请稍后再试。',
      en: 'A request with this Idempotency-Key is still in work; try again.',
    },
    'unstorable-text': { 'zh-CN': '文本含有无法保存的字符。', en: 'The text has characters that cannot be stored.' },
    'token-missing': {
      'zh-CN': '请提供令牌：POST /auth/token 可获取。',
      en: 'Send a bearer token: POST /auth/token gives one.',
    },
    'token-issuer-unknown': { 'zh-CN': '本服务未配置令牌签发方。', en: 'This service has no token issuer configured.' },
    'token-expired': { 'zh-CN': '令牌已过期。', en: 'The token has expired.' },
    'token-revoked': { 'zh-CN': '此会话已被注销，请重新登录。', en: 'This session was ended; log in again.' },
    'token-invalid': { 'zh-CN': '令牌在此无效。', en: 'The token is not valid here.' },
    'token-issuer-unreachable': { 'zh-CN': '令牌签发方无法连接。', en: 'The token issuer cannot be reached.' },
    'metrics-token-required': {
      'zh-CN': '需要 METRICS_TOKEN；在网关也可凭权限 ops.read。',
      en: 'This needs the METRICS_TOKEN, or at the gateway the right ops.read.',
    },
    'right-required': { 'zh-CN': '需要权限 {right}。', en: 'This needs the right {right}.' },
    'if-match-required': {
      'zh-CN': '请在 If-Match 中发送读取时的 ETag，以免覆盖他人的修改。',
      en: 'Send If-Match with the ETag you read, so that no other change is lost.',
    },
    'if-match-malformed': {
      'zh-CN': 'If-Match 必须是我们给出的一个 ETag。',
      en: 'If-Match must be one ETag as we gave it.',
    },
    'version-mismatch': {
      'zh-CN': '您读取之后它已被修改，请重新读取。',
      en: 'It changed since you read it; read it again.',
    },
  },
  reasons: {
    'idempotency-key-malformed': {
      'zh-CN': '必须是 1 到 255 个可见 ASCII 字符',
      en: 'must be 1 to 255 visible ASCII characters',
    },
    'unknown-cursor': { 'zh-CN': '不是本列表返回过的游标', en: 'is not a cursor that this list returned' },
    'nul-character': { 'zh-CN': '不得含有 NUL 字符', en: 'must not contain NUL characters' },
    'half-surrogate': { 'zh-CN': '含有不完整的 Unicode 字符', en: 'contains half a Unicode character' },
    'not-utf8': { 'zh-CN': '不是有效的 UTF-8', en: 'is not valid UTF-8' },
    'not-json': { 'zh-CN': '不是有效的 JSON', en: 'is not valid JSON' },
    'too-deep': { 'zh-CN': '嵌套超过 {limit} 层', en: 'is nested deeper than {limit} levels' },
    'reserved-name': { 'zh-CN': '是保留的字段名', en: 'is a reserved name' },
    'not-an-object': { 'zh-CN': '必须是一个 JSON 对象', en: 'must be a JSON object' },
    'control-characters': { 'zh-CN': '不得含有控制字符', en: 'must not contain control characters' },
  },
  terms: {},
};
