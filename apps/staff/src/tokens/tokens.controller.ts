import { Audited, NotPersonal, Public } from '#platform';
import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { SigningKey } from './signing-key.js';
import { JsonWebKeySetDto, TokenRequest, TokenResponse } from './tokens.dto.js';
import { TokensService } from './tokens.service.js';

@ApiTags('tokens')
@Public()
@Controller()
export class TokensController {
  constructor(
    private readonly tokens: TokensService,
    private readonly key: SigningKey,
  ) {}

  @Audited('account', { anonymous: true })
  @Post('auth/token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Get a bearer token for a user name and password', description: 'Public.' })
  @ApiOkResponse({ type: TokenResponse })
  @ApiUnauthorizedResponse({ description: 'credentials-refused.' })
  @ApiServiceUnavailableResponse({ description: 'busy: too many log in at once; see Retry-After.' })
  issue(@Body() body: TokenRequest): Promise<TokenResponse> {
    return this.tokens.issue(body);
  }

  @NotPersonal()
  @Get('.well-known/jwks.json')
  @Header('cache-control', 'public, max-age=300')
  @ApiOperation({ summary: 'The public keys tokens are checked with', description: 'RFC 7517. Public.' })
  @ApiOkResponse({ type: JsonWebKeySetDto })
  keys(): JsonWebKeySetDto {
    return { keys: [this.key.publicKey] };
  }
}
