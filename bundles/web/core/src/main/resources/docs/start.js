window.addEventListener('load', () => SwaggerUIBundle({
  url: '../openapi.json', dom_id: '#docs', presets: [SwaggerUIBundle.presets.apis], docExpansion: 'none', filter: true, persistAuthorization: false, validatorUrl: null,
}));
