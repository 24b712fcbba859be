import { currentContext, NotPersonal, Problem, Rights } from '#platform';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Me } from './tokens.dto.js';

@ApiTags('tokens')
@ApiBearerAuth()
@NotPersonal()
@Controller('staff/me')
export class MeController {
  constructor(private readonly rights: Rights) {}

  @Get()
  @ApiOperation({ summary: 'Who am I, by my token', description: 'Every role.' })
  @ApiOkResponse({ type: Me })
  me(): Me {
    const actor = currentContext()?.actor;
    if (!actor) throw new Problem(401, 'token-missing');
    return { id: actor.id, displayName: actor.name, roles: actor.roles, rights: this.rights.of(actor.roles) };
  }
}
