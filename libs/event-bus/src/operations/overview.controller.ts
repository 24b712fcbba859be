import { NotPersonal, Requires } from '#platform';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ServiceOverview } from './overview.dto.js';
import { Overview } from './overview.service.js';

@ApiTags('operations')
@ApiBearerAuth()
@Requires('ops.read')
@NotPersonal()
@Controller('ops/overview')
export class OverviewController {
  constructor(private readonly overview: Overview) {}

  @Get()
  @ApiOperation({
    summary: 'How this service is: version, parked events, outbox, consumers, jobs, deadlines, backup',
    description:
      'Answers also while its database or broker is away: what could not be read within two seconds is null and named ' +
      'in `unread`, and `checks` says why.',
  })
  @ApiOkResponse({ type: ServiceOverview })
  read(): Promise<ServiceOverview> {
    return this.overview.read();
  }
}
