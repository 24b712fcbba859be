import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited, NotPersonal } from '../audit/audited.js';
import { Requires } from '../auth/access.js';
import { NoIdempotencyKey } from '../idempotency/no-idempotency-key.js';
import { RetentionReport } from './retention-report.js';
import { RetentionStarted, RetentionState } from './retention.dto.js';

@ApiTags('operations')
@ApiBearerAuth()
@Requires('ops.read')
@NotPersonal()
@Controller('ops/retention')
export class RetentionController {
  constructor(private readonly retention: RetentionReport) {}

  @Get()
  @ApiOperation({
    summary: 'How long each store keeps its rows, and what went',
    description: 'Rule by rule, with its last run.',
  })
  @ApiOkResponse({ type: RetentionState })
  state(): Promise<RetentionState> {
    return this.retention.state();
  }

  @Requires('ops.write')
  @Audited('job')
  @Post('run')
  @NoIdempotencyKey('Asked twice, it runs once.')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Enforce retention now and not at night',
    description: 'Asked twice, it runs once. Entered in the audit.',
  })
  @ApiAcceptedResponse({ type: RetentionStarted })
  async start(): Promise<RetentionStarted> {
    return { job: await this.retention.start() };
  }
}
