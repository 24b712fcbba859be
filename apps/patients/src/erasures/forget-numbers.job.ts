import { Job, transact, type JobHandler, type JobRun } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { ErasuresStore } from './erasures.store.js';

export class ForgetNumbersPayload {
  @IsUUID() erasureId!: string;
}

/**
 * Takes the record numbers out of an order that every service has carried out before the relay had noted that it was
 * published (PT-9): without them such an order must not go out.
 */
@Injectable()
@Job<ForgetNumbersPayload>({ name: 'patients.forget-record-numbers', payload: ForgetNumbersPayload, retries: 10 })
export class ForgetNumbersJob implements JobHandler<ForgetNumbersPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly store: ErasuresStore,
  ) {}

  async run({ erasureId }: ForgetNumbersPayload, run: JobRun): Promise<void> {
    await transact(this.source, async (tx) => {
      await run.hold(tx);
      await this.store.forgetNumbers(tx, erasureId);
      if (await this.store.stillHasNumbers(tx, erasureId)) throw new Error('The order is not published yet');
    });
  }
}
