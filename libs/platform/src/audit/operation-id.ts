/** The name of an operation in OpenAPI and audit: `followUp_tasks_complete`. */
export function operationIdOf(service: string, controller: string, method: string): string {
  return `${camelCase(service)}_${unCapitalised(controller.replace(/Controller$/, ''))}_${method}`;
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function unCapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
