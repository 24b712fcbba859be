import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited, NotPersonal } from '../audit/audited.js';
import { Requires } from '../auth/access.js';
import { NoIdempotencyKey } from '../idempotency/no-idempotency-key.js';
import { JobSchedules } from './job-schedules.js';
import { DiscardJob, JobDetail, JobPage, JobScheduleList, JobsQuery } from './jobs.dto.js';
import { StoredJobs } from './stored-jobs.js';

/** Jobs live on connections of their own, which no request's transaction covers. */
const BY_STATE = 'The state of the job lets it happen once.';

@ApiTags('operations')
@ApiBearerAuth()
@Requires('ops.read')
@NotPersonal()
@Controller('ops')
export class JobsController {
  constructor(
    private readonly jobs: StoredJobs,
    private readonly schedules: JobSchedules,
  ) {}

  @Get('jobs')
  @ApiOperation({ summary: 'List jobs, newest first', description: 'Right: ops.read.' })
  @ApiOkResponse({ type: JobPage })
  list(@Query() query: JobsQuery): Promise<JobPage> {
    return this.jobs.list(query);
  }

  @Get('jobs/:id')
  @ApiOperation({ summary: 'Read a job with its progress and its error', description: 'Right: ops.read.' })
  @ApiOkResponse({ type: JobDetail })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<JobDetail> {
    return this.jobs.read(id);
  }

  @Requires('ops.write')
  @Audited('job', { params: ['id', 'queue'] })
  @Post('jobs/:id/retry')
  @NoIdempotencyKey(BY_STATE)
  @HttpCode(202)
  @ApiOperation({
    summary: 'Give a failed job one more attempt',
    description: '409 `job-state` when it has not failed, `job-superseded` when another one waits. Right: ops.write.',
  })
  @ApiAcceptedResponse({ type: JobDetail })
  retry(@Param('id', ParseUUIDPipe) id: string): Promise<JobDetail> {
    return this.jobs.retry(id);
  }

  @Requires('ops.write')
  @Audited('job', { params: ['id', 'queue'] })
  @Post('jobs/:id/cancel')
  @NoIdempotencyKey(BY_STATE)
  @HttpCode(202)
  @ApiOperation({
    summary: 'Cancel a job that waits or runs',
    description:
      'One that runs is asked to stop, within three seconds; what it has committed stays. 409 `job-state` when it has ' +
      'ended. Right: ops.write.',
  })
  @ApiAcceptedResponse({ type: JobDetail })
  cancel(@Param('id', ParseUUIDPipe) id: string): Promise<JobDetail> {
    return this.jobs.cancel(id);
  }

  @Requires('ops.write')
  @Audited('job', { params: ['id', 'queue'] })
  @Post('jobs/:id/discard')
  @NoIdempotencyKey(BY_STATE)
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a failed job up, for a stated reason',
    description: 'It is kept as cancelled. 409 `job-state` when it has not failed. Right: ops.write.',
  })
  @ApiOkResponse({ type: JobDetail })
  discard(@Param('id', ParseUUIDPipe) id: string, @Body() body: DiscardJob): Promise<JobDetail> {
    return this.jobs.discard(id, body.reason);
  }

  @Get('schedules')
  @ApiOperation({ summary: 'List scheduled jobs and their next time', description: 'Right: ops.read.' })
  @ApiOkResponse({ type: JobScheduleList })
  async scheduled(): Promise<JobScheduleList> {
    const items = (await this.schedules.all()).map(({ nextAt, lastAt, lastSuccessAt, ...rest }) => ({
      ...rest,
      nextAt: nextAt.toISOString(),
      lastAt: lastAt?.toISOString() ?? null,
      lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    }));
    return { items };
  }
}
