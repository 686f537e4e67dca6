package dev.signet.planted.admin;

class Fourth {}
