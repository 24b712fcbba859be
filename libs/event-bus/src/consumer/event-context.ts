import { BaseRpcContext } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import type { CloudEvent } from '../cloud-event.js';

/** An event as a handler gets it: the envelope, with its data checked against the contract. */
export type ReceivedEvent<T extends object = object> = CloudEvent<T>;

/** What a handler works with besides the event. */
export class EventContext extends BaseRpcContext<[EntityManager]> {
  /** The transaction of the inbox row: every effect belongs in it. */
  get tx(): EntityManager {
    return this.args[0];
  }
}
