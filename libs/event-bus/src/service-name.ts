/** Injection token of the service's own name: its stream, its durable and the first token of its subjects. */
export const SERVICE_NAME = Symbol('service name');
