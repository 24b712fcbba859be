import { NotPersonal, Public } from '#platform';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ApiDocuments } from './api-documents.js';
import { asyncApiPage } from './async-api-page.js';
import { homePage } from './home-page.js';
import { PAGE_POLICY } from './html.js';

const HTML = 'text/html; charset=utf-8';

@Public()
@ApiExcludeController()
@NotPersonal()
@Controller()
export class DocumentsController {
  private readonly events: string;

  constructor(private readonly documents: ApiDocuments) {
    this.events = asyncApiPage(documents.asyncapi);
  }

  @Get()
  @Header('content-type', HTML)
  @Header('content-security-policy', PAGE_POLICY)
  home(): string {
    return homePage();
  }

  @Get('asyncapi')
  @Header('content-type', HTML)
  @Header('content-security-policy', PAGE_POLICY)
  asyncApiPage(): string {
    return this.events;
  }

  @Get('openapi.json')
  openapi(): object {
    return this.documents.openapi;
  }

  @Get('asyncapi.json')
  asyncapi(): object {
    return this.documents.asyncapi;
  }
}
