import { Problem } from '#platform';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { StaffConfig } from '../staff.config.js';

/** argon2id as OWASP asks for: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MAX_WAITING = 50;

/** Hashes and checks passwords, a few at a time: a flood of logins must not take the machine. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  constructor(private readonly config: StaffConfig) {}

  hash(password: string): Promise<string> {
    return this.bounded(() => hash(password.normalize('NFKC'), COST));
  }

  /**
   * Whether the password fits. Without a hash (nobody of that name) it takes the same time and is false.
   * @throws Problem 503 when too many wait already.
   */
  async fits(passwordHash: string | undefined, password: string): Promise<boolean> {
    const against = passwordHash ?? (await this.decoyHash());
    const fits = await this.bounded(() => verify(against, password.normalize('NFKC')));
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

  private async bounded<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.config.passwordConcurrency) {
      if (this.waiting.length >= MAX_WAITING) throw busy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed on, not given back, so that nobody overtakes who waits.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

function busy(): Problem {
  return new Problem(503, 'busy', {}, { headers: { 'retry-after': '2' } });
}
