import { DEMO_USERS } from './demo-users.js';

/** What a person who has just started the hospital wants to know. */
export function announcement(gatewayUrl: string, mllpPort: number | undefined, trail: string[]): string {
  const { username, password } = DEMO_USERS.nurse;
  return [
    ...(trail.length > 0 ? ['', 'One discharge, from the HL7 message to dated tasks:', ...trail] : []),
    '',
    'Where to look:',
    `  Swagger UI   ${gatewayUrl}/docs`,
    `  OpenAPI      ${gatewayUrl}/openapi.json`,
    `  AsyncAPI     ${gatewayUrl}/asyncapi`,
    `  Health       ${gatewayUrl}/health/ready`,
    ...(mllpPort === undefined ? [] : [`  HL7 (MLLP)   127.0.0.1:${mllpPort}`]),
    '',
    'Demo users (name / password):',
    ...Object.values(DEMO_USERS).map((user) => `  ${`${user.username} / ${user.password}`.padEnd(30)} ${user.role}`),
    '',
    'A token:',
    `  curl -s ${gatewayUrl}/auth/token -H 'content-type: application/json' \\`,
    `    -d '${JSON.stringify({ username, password })}'`,
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}
