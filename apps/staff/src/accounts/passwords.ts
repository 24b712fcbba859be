import { Problem, Turns } from '#platform';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { StaffConfig } from '../staff.config.js';

/** argon2id as OWASP asks for: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MAX_WAITING = 50;

/** Hashes and checks passwords, a few at a time: a flood of logins must not take the machine. */
@Injectable()
export class Passwords {
  private readonly turns: Turns;
  private decoy: Promise<string> | undefined;

  constructor(config: StaffConfig) {
    this.turns = new Turns(config.passwordConcurrency, { places: MAX_WAITING, refusal: busy });
  }

  hash(password: string): Promise<string> {
    return this.turns.run(() => hash(password.normalize('NFKC'), COST));
  }

  /**
   * Whether the password fits. Without a hash (nobody of that name) it takes the same time and is false.
   * @throws Problem 503 when too many wait already.
   */
  async fits(passwordHash: string | undefined, password: string): Promise<boolean> {
    const against = passwordHash ?? (await this.decoyHash());
    const fits = await this.turns.run(() => verify(against, password.normalize('NFKC')));
    return fits && passwordHash !== undefined;
  }

  /** Made ahead of time, so that the first unknown name takes no longer than the second. */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= this.hash('nobody has this password');
    return this.decoy;
  }
}

function busy(): Problem {
  return new Problem(503, 'busy', {}, { headers: { 'retry-after': '2' } });
}
