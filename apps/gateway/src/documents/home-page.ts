import { page } from './html.js';

/** Where a browser lands: what is behind this door. */
export function homePage(): string {
  return page(
    '医院客户服务中心 Hospital customer service',
    `<h1>医院客户服务中心 <small>Hospital customer service</small></h1>
<ul>
<li><a href="/docs">接口文档与在线调试 REST API, to read and try (Swagger UI)</a></li>
<li><a href="/openapi.json">OpenAPI 3.1</a></li>
<li><a href="/asyncapi">事件目录 Events, to read</a></li>
<li><a href="/asyncapi.json">AsyncAPI 3.0</a></li>
<li><a href="/health/services">服务状态 State of the services</a></li>
</ul>
<p>取得令牌 Get a token: <code>POST /auth/token {"username": "…", "password": "…"}</code></p>`,
  );
}
