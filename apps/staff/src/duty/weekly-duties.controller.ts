import { Audited, expectedVersion, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ETAG, NeedsIfMatch, tagged } from '../http/versioned.js';
import { PlanWeeklyDuty, WeeklyDuty, WeeklyDutyPage } from './weekly-duties.dto.js';
import { WEEKLY_DUTIES } from './weekly-duties.list.js';
import { WeeklyDutiesService } from './weekly-duties.service.js';

@ApiTags('duty rosters')
@ApiBearerAuth()
@NotPersonal()
@Controller('staff/duty/weekly')
export class WeeklyDutiesController {
  constructor(private readonly weekly: WeeklyDutiesService) {}

  @Get()
  @ApiOperation({ summary: 'List shifts that come again every week', description: 'Every role.' })
  @Lists(WEEKLY_DUTIES)
  @ApiOkResponse({ type: WeeklyDutyPage })
  list(@Query() query: ListQuery): Promise<WeeklyDutyPage> {
    return this.weekly.list(query);
  }

  @Post()
  @Audited('weekly-duty', { params: ['id'], answer: ['id'] })
  @Requires('rosters.write')
  @ApiOperation({
    summary: 'Plan a shift that comes again every week',
    description:
      'Put on the roster six weeks ahead (DUTY_HORIZON_DAYS), one more day every night; a single day is changed by ' +
      'changing its shift. Where a shift stands already, that one stays. Emits staff.duty.saved.v1 for each shift.',
  })
  @ApiCreatedResponse({ type: WeeklyDuty, headers: ETAG })
  async plan(@Body() body: PlanWeeklyDuty, @Res({ passthrough: true }) reply: FastifyReply): Promise<WeeklyDuty> {
    return tagged(await this.weekly.plan(body), reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Audited('weekly-duty', { params: ['id'], answer: ['id'] })
  @Requires('rosters.write')
  @ApiOperation({
    summary: 'End a weekly shift',
    description: 'What has not begun comes off the roster. Emits staff.duty.saved.v1 for each.',
  })
  @NeedsIfMatch()
  @ApiNoContentResponse({ description: 'It has ended.' })
  end(@Param('id', ParseUUIDPipe) id: string, @Headers('if-match') ifMatch: string | undefined): Promise<void> {
    return this.weekly.end(id, expectedVersion(ifMatch));
  }
}
