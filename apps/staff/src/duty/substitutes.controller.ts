import { Audited, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { NameSubstitute, Substitute, SubstitutePage } from './substitutes.dto.js';
import { SUBSTITUTES } from './substitutes.list.js';
import { SubstitutesService } from './substitutes.service.js';

@ApiTags('duty rosters')
@ApiBearerAuth()
@NotPersonal()
@Controller('staff/duty/substitutes')
export class SubstitutesController {
  constructor(private readonly substitutes: SubstitutesService) {}

  @Get()
  @ApiOperation({ summary: 'List who stands in for whom', description: 'The latest first. Every role.' })
  @Lists(SUBSTITUTES)
  @ApiOkResponse({ type: SubstitutePage })
  list(@Query() query: ListQuery): Promise<SubstitutePage> {
    return this.substitutes.list(query);
  }

  @Post()
  @Audited('substitute', { params: ['id'], answer: ['id'] })
  @Requires('rosters.write')
  @ApiOperation({
    summary: 'Name a substitute',
    description: 'Takes every shift of the person who is away in the period. Emits staff.substitute.saved.v1.',
  })
  @ApiCreatedResponse({ type: Substitute })
  @ApiConflictResponse({ description: 'substitute-overlaps, with the `substituteId` in the way.' })
  name(@Body() body: NameSubstitute): Promise<Substitute> {
    return this.substitutes.name(body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Audited('substitute', { params: ['id'], answer: ['id'] })
  @Requires('rosters.write')
  @ApiOperation({ summary: 'End a substitution now', description: 'Emits staff.substitute.saved.v1.' })
  @ApiNoContentResponse({ description: 'It has ended.' })
  end(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.substitutes.end(id);
  }
}
