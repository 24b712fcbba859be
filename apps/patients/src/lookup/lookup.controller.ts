import { Audited, Requires, RequiresUnmasked } from '#platform';
import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { LookupAnswer, LookupQuery } from './lookup.dto.js';
import { LookupQueries } from './lookup.queries.js';

@ApiTags('patients')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('patient', { answer: ['items.id'] })
@Controller('patients/lookup')
export class LookupController {
  constructor(private readonly lookup: LookupQueries) {}

  @Get()
  @Requires('patients.read')
  @RequiresUnmasked('phone', 'nationalId')
  @ApiOperation({
    summary: 'Find who is calling, with the whole picture',
    description:
      'PT-2. By one of phone, nationalId, mrn (with issuer) and cardNo. One person: with everything an agent needs. ' +
      'Several: a list to choose from. Nobody: an empty list, not an error.',
  })
  @ApiOkResponse({ type: LookupAnswer })
  @ApiBadRequestResponse({ description: 'validation-failed: none or several of the four.' })
  find(@Query() query: LookupQuery): Promise<LookupAnswer> {
    return this.lookup.find(query);
  }
}
