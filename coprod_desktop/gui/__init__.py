"""The window: screens, widgets and how they look. Qt Widgets."""
