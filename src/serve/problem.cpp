// SPDX-License-Identifier: Apache-2.0
#include "serve/problem.hpp"

#include "publish/json_writer.hpp"

namespace kept::serve {

int http_status(ErrorKind kind) {
  switch (kind) {
  case ErrorKind::usage:
    return 400;
  case ErrorKind::input:
    return 422;
  case ErrorKind::store:
    return 503;
  case ErrorKind::network:
    return 502;
  case ErrorKind::internal:
    break;
  }
  return 500;
}

std::string_view title_of(int status) {
  switch (status) {
  case 400:
    return "Bad Request";
  case 404:
    return "Not Found";
  case 405:
    return "Method Not Allowed";
  case 408:
    return "Request Timeout";
  case 413:
    return "Content Too Large";
  case 414:
    return "URI Too Long";
  case 422:
    return "Unprocessable Content";
  case 431:
    return "Request Header Fields Too Large";
  case 502:
    return "Bad Gateway";
  case 503:
    return "Service Unavailable";
  default:
    return "Internal Server Error";
  }
}

Response problem(int status, std::string_view detail, std::string_view remedy, std::string_view parameter) {
  publish::JsonWriter json;
  json.begin_object();
  json.field("type", "about:blank");
  json.field("title", title_of(status));
  json.field("status", status);
  json.text_field("detail", detail);
  json.text_field("remedy", remedy);
  json.text_field("parameter", parameter);
  json.end_object();
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = json.take();
  response.cache_control = "no-store";
  return response;
}

Response problem(const Error& error) {
  if (error.kind() == ErrorKind::internal) // what it says is for those who mend it
    return problem(500, "the server failed to answer", "this is a bug in kept; please report what you asked");
  const std::string& where = error.where();
  const bool option = where.starts_with("--");
  // Where it happened is a file of the server's otherwise, which is nobody's business.
  return problem(http_status(error.kind()), error.happened(), error.remedy(),
                 option                             ? std::string_view(where).substr(2)
                 : error.kind() == ErrorKind::usage ? std::string_view(where)
                                                    : std::string_view());
}

} // namespace kept::serve
