import { currentContext, NotPersonal, RIGHT_EXTENSION } from '#platform';
import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '../limits/rate-limits.js';
import { HospitalOverview } from './operations.dto.js';
import { OperationsOverview } from './operations-overview.js';

@ApiTags('operations')
@ApiBearerAuth()
@NotPersonal()
@Controller('ops')
export class OperationsController {
  constructor(
    private readonly overview: OperationsOverview,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiExtension(RIGHT_EXTENSION, 'ops.read')
  @ApiOperation({
    summary: 'How every service is: versions, parked events, jobs, streams, outbox, deadlines, backups',
    description:
      'All services are asked at once, with the caller’s token. One that is down or slow is shown as such after three ' +
      'seconds at the latest and holds up no other. 429 too-many-requests as everywhere.',
  })
  @ApiOkResponse({ type: HospitalOverview })
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HospitalOverview> {
    await this.limits.count('user', currentContext()?.actor?.id ?? '', request, reply);
    return this.overview.read(request.headers.authorization ?? '');
  }
}
