import { Audited, etagOf, expectedVersion, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NeedsIfMatch } from '../http/versioned.js';
import {
  Department,
  DepartmentPage,
  DepartmentsQuery,
  DepartmentTree,
  DepartmentTreeQuery,
  MoveDepartment,
  SaveDepartment,
} from './departments.dto.js';
import { DEPARTMENTS } from './departments.list.js';
import { DepartmentsService } from './departments.service.js';

const ETAG = { ETag: { description: 'Version of the department, for If-Match.', schema: { type: 'string' } } } as const;
const PLACE = 'department-in-circle when the parent is below it; parent-closed';
const CONFLICT = `${PLACE}; local-code-taken; department-has-children or department-has-duty when it is closed.`;

@ApiTags('departments')
@ApiBearerAuth()
@NotPersonal()
@Controller('staff/departments')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Get()
  @ApiOperation({
    summary: 'List departments',
    description: 'By national code. Also finds the department a sending system means by its own code. Every role.',
  })
  @Lists(DEPARTMENTS)
  @ApiOkResponse({ type: DepartmentPage })
  list(@Query() query: DepartmentsQuery): Promise<DepartmentPage> {
    return this.departments.list(query);
  }

  @Get('tree')
  @ApiOperation({ summary: 'Read all departments as a tree', description: 'In one answer. Every role.' })
  @ApiOkResponse({ type: DepartmentTree })
  async tree(@Query() query: DepartmentTreeQuery): Promise<DepartmentTree> {
    return { items: await this.departments.tree(query.includeInactive) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a department', description: 'Every role.' })
  @ApiOkResponse({ type: Department, headers: ETAG })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Department> {
    return tagged(await this.departments.read(id), reply);
  }

  @Audited('department', { answer: ['id'] })
  @Post()
  @Requires('departments.write')
  @ApiOperation({
    summary: 'Create a department',
    description: 'Emits staff.department.saved.v1.',
  })
  @ApiCreatedResponse({ type: Department, headers: ETAG })
  @ApiConflictResponse({ description: 'local-code-taken.' })
  async create(@Body() body: SaveDepartment, @Res({ passthrough: true }) reply: FastifyReply): Promise<Department> {
    const department = await this.departments.create(body);
    void reply.header('location', `/staff/departments/${department.id}`);
    return tagged(department, reply);
  }

  @Audited('department', { params: ['id'] })
  @Put(':id')
  @Requires('departments.write')
  @ApiOperation({
    summary: 'Replace a department',
    description: 'A field left out is emptied. Emits staff.department.saved.v1.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: Department, headers: ETAG })
  @ApiConflictResponse({ description: CONFLICT })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async replace(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveDepartment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Department> {
    return tagged(await this.departments.replace(id, expectedVersion(ifMatch), body), reply);
  }

  @Put(':id/parent')
  @Audited('department', { params: ['id'] })
  @Requires('departments.write')
  @ApiOperation({
    summary: 'Move a department, with all below it, under another one',
    description: 'Emits staff.department.saved.v1.',
  })
  @NeedsIfMatch()
  @ApiOkResponse({ type: Department, headers: ETAG })
  @ApiConflictResponse({ description: `${PLACE}.` })
  async move(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: MoveDepartment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Department> {
    return tagged(await this.departments.move(id, expectedVersion(ifMatch), body.parentId), reply);
  }
}

function tagged(department: Department, reply: FastifyReply): Department {
  void reply.header('etag', etagOf(department.version));
  return department;
}
