import { Audited, expectedVersion, Lists, NotPersonal, Requires } from '#platform';
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
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ETAG, NeedsIfMatch, tagged } from '../http/versioned.js';
import { ImportMonth, ImportResult } from './month-import.dto.js';
import { MonthImport } from './month-import.js';
import { ChangeShift, PlanShift, Shift, ShiftPage, ShiftsQuery } from './shifts.dto.js';
import { SHIFTS } from './shifts.list.js';
import { ShiftsService } from './shifts.service.js';

const OVERLAP = 'shift-overlaps, with the `shiftId` in the way';

@ApiTags('duty rosters')
@ApiBearerAuth()
@NotPersonal()
@Controller('staff/duty/shifts')
export class ShiftsController {
  constructor(
    private readonly shifts: ShiftsService,
    private readonly months: MonthImport,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List shifts of a period', description: 'By start. Every role.' })
  @Lists(SHIFTS)
  @ApiOkResponse({ type: ShiftPage })
  list(@Query() query: ShiftsQuery): Promise<ShiftPage> {
    return this.shifts.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a shift', description: 'Every role.' })
  @ApiOkResponse({ type: Shift, headers: ETAG })
  async read(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Shift> {
    return tagged(await this.shifts.read(id), reply);
  }

  @Post()
  @Audited('shift', { params: ['id'], answer: ['id'] })
  @Requires('rosters.write')
  @ApiOperation({
    summary: 'Plan a shift',
    description: 'Two at once need different lines: 1 is called first. Emits staff.duty.saved.v1.',
  })
  @ApiCreatedResponse({ type: Shift, headers: ETAG })
  @ApiConflictResponse({ description: `${OVERLAP}.` })
  async plan(@Body() body: PlanShift, @Res({ passthrough: true }) reply: FastifyReply): Promise<Shift> {
    const shift = await this.shifts.plan(body);
    void reply.header('location', `/staff/duty/shifts/${shift.id}`);
    return tagged(shift, reply);
  }

  @Post('import')
  @HttpCode(200)
  @Audited('shift', { params: ['id'], answer: ['id'] })
  @Requires('rosters.write')
  @ApiOperation({
    summary: 'Import a month’s roster of a department and role',
    description: 'All of it or nothing; faults name their row. Emits staff.duty.saved.v1 for each shift.',
  })
  @ApiOkResponse({ type: ImportResult })
  @ApiConflictResponse({ description: `${OVERLAP}.` })
  importMonth(@Body() body: ImportMonth): Promise<ImportResult> {
    return this.months.run(body);
  }

  @Put(':id')
  @Audited('shift', { params: ['id'], answer: ['id'] })
  @Requires('rosters.write')
  @ApiOperation({ summary: 'Change a shift that has not ended', description: 'Emits staff.duty.saved.v1.' })
  @NeedsIfMatch()
  @ApiOkResponse({ type: Shift, headers: ETAG })
  @ApiConflictResponse({ description: `${OVERLAP}, or shift-over.` })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeShift,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Shift> {
    return tagged(await this.shifts.change(id, expectedVersion(ifMatch), body), reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Audited('shift', { params: ['id'], answer: ['id'] })
  @Requires('rosters.write')
  @ApiOperation({ summary: 'Take a shift off the roster', description: 'Emits staff.duty.saved.v1.' })
  @NeedsIfMatch()
  @ApiNoContentResponse({ description: 'It is off.' })
  @ApiConflictResponse({ description: 'shift-over: it has ended and is history now.' })
  remove(@Param('id', ParseUUIDPipe) id: string, @Headers('if-match') ifMatch: string | undefined): Promise<void> {
    return this.shifts.remove(id, expectedVersion(ifMatch));
  }
}
