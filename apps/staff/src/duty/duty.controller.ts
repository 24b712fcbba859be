import { NotPersonal } from '#platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DutyService } from './duty.service.js';
import { DutyGaps, GapsQuery, OnDutyAnswer, OnDutyQuery } from './shifts.dto.js';

@ApiTags('duty rosters')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'There is no such department.' })
@NotPersonal()
@Controller('staff/duty')
export class DutyController {
  constructor(private readonly duty: DutyService) {}

  @Get()
  @ApiOperation({
    summary: 'Who is on duty for a department and role',
    description: 'Now or at a moment, substitutes counted. Where nobody is, the department above is asked. Every role.',
  })
  @ApiOkResponse({ type: OnDutyAnswer })
  onDuty(@Query() query: OnDutyQuery): Promise<OnDutyAnswer> {
    return this.duty.at(query);
  }

  @Get('gaps')
  @ApiOperation({
    summary: 'List the stretches with nobody on duty',
    description: 'Of this very department, whole days on the hospital’s clock. Every role.',
  })
  @ApiOkResponse({ type: DutyGaps })
  async gaps(@Query() query: GapsQuery): Promise<DutyGaps> {
    return { items: await this.duty.gaps(query) };
  }
}
