import 'reflect-metadata';

/** What an event contract promises besides the shape of its data. */
export interface EventContractOptions<T extends object> {
  /** `<service>.<aggregate>.<past-tense>.v<n>`; also the CloudEvents `type` and the NATS subject. */
  subject: string;
  /** One sentence: when is it emitted? */
  emittedWhen: string;
  /** The field of the data whose value orders the events: events of one value are handled one after another. */
  key: keyof T & string;
  /** A valid instance; both ends are tested with it. */
  example: T;
}

export type EventClass<T extends object = object> = new () => T;

export interface RegisteredContract<T extends object = object> extends EventContractOptions<T> {
  type: EventClass<T>;
}

const contractsBySubject = new Map<string, RegisteredContract>();
const contractsByType = new Map<EventClass, RegisteredContract>();
const SUBJECT = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/;

/**
 * Declares a class-validator class as the data of one event version.
 * @throws Error when the subject is malformed or already taken: a programming error.
 */
export function EventContract<T extends object>(options: EventContractOptions<T>) {
  return (type: EventClass<T>): void => {
    if (!SUBJECT.test(options.subject)) throw new Error(`Malformed event subject ${options.subject}`);
    if (contractsBySubject.has(options.subject)) throw new Error(`Event subject ${options.subject} is declared twice`);
    const contract = { ...options, type } as unknown as RegisteredContract;
    contractsBySubject.set(options.subject, contract);
    contractsByType.set(type, contract);
  };
}

/** The contract a class was declared with. @throws Error when it carries no `@EventContract`. */
export function contractOf<T extends object>(type: EventClass<T>): RegisteredContract<T> {
  const contract = contractsByType.get(type);
  if (!contract) throw new Error(`${type.name} is not an event contract`);
  return contract as unknown as RegisteredContract<T>;
}

/** The contract of a subject, or undefined when this version of the code does not know it. */
export function contractFor(subject: string): RegisteredContract | undefined {
  return contractsBySubject.get(subject);
}

/** Every declared contract, ordered by subject. */
export function allContracts(): RegisteredContract[] {
  return [...contractsBySubject.values()].sort((a, b) => a.subject.localeCompare(b.subject));
}
